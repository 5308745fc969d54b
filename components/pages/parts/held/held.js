// While the temperature changes along the text, the slider only shows that of the next character: no hand moves it.
const FIGURE = ".st-key-figure";

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".held");
  const tell = (slider, temperature) => {
    if (Number(slider.value) === temperature) return;
    slider.value = temperature;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const hold = () => {
    const slider = document.querySelector(SLIDER);
    if (!slider) return;
    root.step ??= slider.step;
    slider.step = "any"; // such a temperature may lie between two places of the slider
    slider.disabled = true;
    tell(slider, data.temperature);
  };
  // Whoever else moves it, such as Back, moves it here.
  const moved = ({ target }) => { if (target.matches?.(SLIDER)) target.value = data.temperature; };
  // New data call this function again, and not what it returned before: so what listens since the last time ends here.
  root.stop?.();
  addEventListener("input", moved, true);
  const observer = new MutationObserver(hold); // the figure may come later, or be built anew
  observer.observe(document.querySelector(FIGURE) ?? document.body, { subtree: true, childList: true });
  root.stop = () => {
    observer.disconnect();
    removeEventListener("input", moved, true);
  };
  hold();
  return () => {
    root.stop();
    const slider = document.querySelector(SLIDER);
    if (!slider) return;
    Object.assign(slider, { disabled: false, step: root.step });
    tell(slider, data.chosen);
  };
}
