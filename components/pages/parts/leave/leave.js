// Leaves the large view: a small button, and Escape wherever one is.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".leave");
  const button = root.querySelector("button") ?? root.appendChild(document.createElement("button"));
  const leave = () => setTriggerValue("left", true);
  Object.assign(button, { type: "button", textContent: "✕", title: `${data.label} (Esc)`, onclick: leave });
  button.setAttribute("aria-label", data.label);
  button.setAttribute("aria-keyshortcuts", "Escape");
  const pressed = (event) => { if (event.key === "Escape" && !event.defaultPrevented) leave(); };
  // New data call this function again, and not what it returned before: so the listener of the last time ends here.
  root.stop?.();
  document.addEventListener("keydown", pressed);
  root.stop = () => document.removeEventListener("keydown", pressed);
  return () => root.stop();
}
