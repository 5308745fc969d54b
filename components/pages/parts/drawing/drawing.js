// The visitor as the sampler: buttons and keys that take a character, and the bars themselves.
// The browser sends the slider's temperature of that moment along, so nothing waits for the server to hear of it.
const FIGURE = ".st-key-live";
const BARS = `${FIGURE} .mark-rect path[aria-roledescription=bar]`;
const COLUMNS = `${FIGURE} .mark-rule line, ${FIGURE} .mark-rule path`;

// Vega keeps with every mark the row that it stands for.
const index = (mark) => mark?.__data__?.datum?.index;
const typing = (target) => target.closest?.("input:not([type=range]), textarea, select, [contenteditable=true], [role=listbox], [role=dialog]");

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".drawing");
  const act = (kind, taken = null) => {
    const slider = document.querySelector(SLIDER);
    setTriggerValue("act", { kind, index: taken, temperature: Number(slider?.value ?? data.temperature) });
  };
  const described = JSON.stringify(data);
  if (root.described !== described) {
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset.kind : undefined;
    root.described = described;
    root.replaceChildren(...data.buttons.map(({ kind, label, more, help, key, enabled }) => {
      const button = document.createElement("button"), rest = document.createElement("span");
      Object.assign(rest, { className: "more", textContent: more && ` ${more}` });
      button.append(label, rest);
      Object.assign(button, { type: "button", title: `${help} (${key.toUpperCase()})`, disabled: !enabled });
      button.dataset.kind = kind;
      button.setAttribute("aria-keyshortcuts", key);
      button.onclick = () => act(kind);
      return button;
    }));
    if (focused) root.querySelector(`[data-kind=${focused}]:enabled`)?.focus();
  }

  const clicked = (event) => {
    if (!event.target.matches?.(`${BARS}, ${COLUMNS}`)) return;
    const taken = index(event.target);
    if (taken !== undefined) act("take", taken);
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.matches?.(BARS)) return onBar(event);
    if (event.repeat || typing(event.target)) return;
    const button = data.buttons.find(({ key, enabled }) => enabled && key === event.key.toLowerCase());
    if (button) act(button.kind);
  };
  // The bars are one tab stop; arrows go from bar to bar, Enter takes the character.
  const onBar = (event) => {
    const bars = [...document.querySelectorAll(BARS)], at = bars.indexOf(event.target);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") act("take", index(event.target));
    else if (bars[next]) { reachable(bars, next); bars[next].focus(); }
    else return;
    event.preventDefault();
  };
  const reachable = (bars, at) => bars.forEach((bar, place) => bar.setAttribute("tabindex", place === at ? "0" : "-1"));
  const prepare = () => {
    const bars = [...document.querySelectorAll(BARS)];
    if (bars.length && !bars.some((bar) => bar.getAttribute("tabindex") === "0")) reachable(bars, 0);
  };
  // New data call this function again, and not what it returned before: so the listeners of the last time end here.
  root.stop?.();
  document.addEventListener("click", clicked, true);
  document.addEventListener("keydown", pressed);
  const observer = new MutationObserver(prepare); // the figure may come later, or be built anew
  observer.observe(document.querySelector(".stMain") ?? document.body, { subtree: true, childList: true });
  prepare();
  root.stop = () => {
    observer.disconnect();
    document.removeEventListener("click", clicked, true);
    document.removeEventListener("keydown", pressed);
  };
  return () => root.stop();
}
