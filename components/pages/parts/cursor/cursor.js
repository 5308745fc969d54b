// One cursor over T for all figures of a page: it moves their own sliders, which the page hides, so all of them
// follow in the browser, without the server. The server hears of it when it rests.
const FOLLOWERS = ".stVegaLiteChart form.vega-bindings input[type=range]";
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

function build(root, data) {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: data.temperatures.length - 1, step: 1 });
  slider.setAttribute("aria-label", data.label);
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = data.label;
  const value = document.createElement("output");
  const title = document.createElement("p");
  title.className = "title";
  const text = document.createElement("div");
  text.className = "written";
  text.tabIndex = 0;
  const head = document.createElement("div");
  head.className = "head";
  head.append(name, value);
  root.replaceChildren(head, slider, ...(data.texts.length ? [title, text] : []));

  let waiting;
  root.show = () => {
    const place = Number(slider.value);
    root.temperature = data.temperatures[place];
    value.textContent = data.shown[place];
    slider.setAttribute("aria-valuetext", data.shown[place]);
    title.textContent = data.titles[place] ?? "";
    text.textContent = data.texts[place] ?? "";
    text.setAttribute("aria-label", title.textContent);
    send(root.temperature);
  };
  slider.oninput = () => {
    root.show();
    clearTimeout(waiting);
    waiting = setTimeout(() => root.say(root.temperature), RESTING);
  };
  slider.value = nearest(data.temperatures, data.start);
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".cursor");
  // After Back or Forward it stands where the address says; the server hears of it at once.
  root.forget?.();
  const went = ({ detail }) => {
    const temperature = Number(detail.get(data.field.name) ?? data.field.default);
    root.querySelector("input").value = nearest(data.temperatures, temperature);
    root.show();
    root.say(root.temperature);
  };
  addEventListener("went", went);
  root.forget = () => removeEventListener("went", went);
  root.say = (temperature) => setStateValue("T", temperature);
  const { start, ...rest } = data;
  const described = JSON.stringify(rest);
  if (root.described !== described) {
    // Where other texts or temperatures come, the cursor stays where somebody put it.
    build(root, { ...data, start: root.temperature ?? start });
    root.described = described;
    root.show();
  }
  // A figure may come later than the cursor, or be built anew. New data call this function again, and not what it
  // returned before: so the observer of the last time ends here.
  root.observer?.disconnect();
  root.observer = new MutationObserver((changes) => {
    if (changes.some((change) => [...change.addedNodes].some((node) => node.querySelector?.("input[type=range]"))))
      requestAnimationFrame(() => send(root.temperature));
  });
  root.observer.observe(document.body, { subtree: true, childList: true });
  requestAnimationFrame(() => send(root.temperature));
  return () => { root.observer.disconnect(); root.forget(); };
}
