// The browser builds a figure anew by itself: in another theme, or after a moment without room for it. The slider of the
// new one stands where that of the first began, while all else is of where it was put: so it is put there again.
const FIGURE = ".st-key-figure";

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".resting");
  root.temperature = data.temperature;
  if (root.forget) return root.forget; // what is returned last is what ends it
  const moved = ({ target }) => { if (target.matches?.(SLIDER)) root.temperature = Number(target.value); };
  addEventListener("input", moved, true);
  let known = document.querySelector(SLIDER);
  const observer = new MutationObserver(() => {
    const slider = document.querySelector(SLIDER);
    if (!slider || slider === known) return;
    known = slider;
    if (Number(slider.value) === root.temperature) return;
    slider.value = root.temperature;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  observer.observe(document.querySelector(FIGURE) ?? document.body, { subtree: true, childList: true });
  root.forget = () => {
    observer.disconnect();
    removeEventListener("input", moved, true);
  };
  return root.forget;
}
