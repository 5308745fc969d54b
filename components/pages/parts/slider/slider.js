// One slider over T for all figures of a page: it moves their own sliders, which the page hides, so all of them
// follow in the browser, without the server; so does what hears "slid". The server hears of it when it rests.
const RESTING = 250; // milliseconds

function send(temperature) {
  document.querySelectorAll(FOLLOWERS).forEach((slider) => {
    if (Number(slider.value) === temperature) return;
    slider.value = temperature;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const nearest = (temperatures, wanted) =>
  temperatures.reduce((best, t, index) => (Math.abs(t - wanted) < Math.abs(temperatures[best] - wanted) ? index : best), 0);

// What it says of its ends and of T = 1; an end that the mark of T = 1 would cover is not written.
function mark(root, data) {
  const last = data.shown.length - 1, one = data.temperatures.findIndex((t) => Math.abs(t - 1) < 1e-9);
  const share = one / Math.max(last, 1);
  const ends = { "--first": one >= 0 && share < 0.1 ? "" : data.shown[0], "--last": share > 0.9 || !last ? "" : data.shown[last] };
  Object.entries(ends).forEach(([name, end]) => root.style.setProperty(name, JSON.stringify(end)));
  root.style.setProperty("--one", share);
  root.classList.toggle("without", one < 0);
  root.classList.toggle("late", share > 0.6);
}

// Built as Vega builds a figure's own, so that one style serves both.
function build(root, data) {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", name: "temperature", min: 0, max: data.temperatures.length - 1, step: 1 });
  const name = document.createElement("span");
  name.className = "vega-bind-name";
  name.textContent = data.label;
  slider.setAttribute("aria-label", data.label);
  const value = document.createElement("output");
  const label = document.createElement("label"), bind = document.createElement("div");
  bind.className = "vega-bind";
  label.append(name, slider, value);
  bind.append(label);
  root.replaceChildren(bind);
  mark(root, data);

  let waiting;
  root.show = () => {
    const place = Number(slider.value);
    root.temperature = data.temperatures[place];
    value.textContent = data.shown[place];
    slider.setAttribute("aria-valuetext", data.shown[place]);
    slider.style.setProperty("--way", `${(100 * place) / Math.max(data.temperatures.length - 1, 1)}%`);
    send(root.temperature);
    dispatchEvent(new CustomEvent("slid", { detail: root.temperature }));
  };
  slider.oninput = () => {
    root.show();
    clearTimeout(waiting);
    waiting = setTimeout(() => root.say(root.temperature), RESTING);
  };
  slider.value = nearest(data.temperatures, data.start);
}

export default function ({ data, parentElement, setStateValue }) {
  keepScrollingOffSliders();
  const root = parentElement.querySelector(".slider");
  root.forget?.();
  const place = (search) => nearest(data.temperatures, Number(search.get(data.field.name) ?? data.field.default));
  // After Back or Forward it stands where the address says; the server hears of it at once.
  const went = ({ detail }) => {
    document.querySelector(PAGE_SLIDER).value = place(detail);
    root.show();
    root.say(root.temperature);
  };
  // What was said while the connection came back may not have been heard: the address tells.
  const back = () => {
    const heard = place(new URLSearchParams(location.search));
    if (Number(document.querySelector(PAGE_SLIDER).value) !== heard) root.say(root.temperature);
  };
  const listeners = Object.entries({ went, back });
  listeners.forEach(([type, listener]) => addEventListener(type, listener));
  root.forget = () => listeners.forEach(([type, listener]) => removeEventListener(type, listener));
  root.say = (temperature) => setStateValue("T", temperature);
  const { start, ...rest } = data;
  const described = JSON.stringify(rest);
  if (root.described !== described) {
    // Where other texts or temperatures come, the slider stays where somebody put it.
    build(root, { ...data, start: root.temperature ?? start });
    root.described = described;
    root.show();
  }
  // A figure may come later than the slider, or be built anew. New data call this function again, and not what it
  // returned before: so the observer of the last time ends here.
  root.observer?.disconnect();
  root.observer = new MutationObserver((changes) => {
    if (changes.some((change) => [...change.addedNodes].some((node) => node.querySelector?.(FOLLOWERS))))
      requestAnimationFrame(() => send(root.temperature));
  });
  root.observer.observe(document.body, { subtree: true, childList: true });
  requestAnimationFrame(() => send(root.temperature));
  return () => { root.observer.disconnect(); root.forget(); };
}
