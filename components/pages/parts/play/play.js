// Sweeps the slider to and fro, hands-free; any touch of the page stops it.
const SECONDS = 6; // from one end to the other; each step is shorter than what the server takes for a rest

export default function ({ data, parentElement }) {
  keepScrollingOffSliders();
  const root = parentElement.querySelector(".play");
  const button = root.querySelector("button") ?? root.appendChild(document.createElement("button"));
  button.type = "button";
  const show = () => {
    button.textContent = root.running ? "⏸" : "▶";
    button.title = root.running ? data.stop : data.play;
    button.setAttribute("aria-label", button.title);
  };
  const stop = () => {
    if (!root.running) return;
    cancelAnimationFrame(root.running);
    root.running = undefined;
    removeEventListener("pointerdown", touched, true);
    removeEventListener("keydown", touched, true);
    show();
  };
  const touched = (event) => { if (!button.contains(event.target)) stop(); };
  const play = () => {
    const slider = document.querySelector(SLIDER);
    if (!slider) return;
    const low = Number(slider.min), high = Number(slider.max), step = Number(slider.step);
    let at = Number(slider.value), direction = at >= high ? -1 : 1, before = performance.now();
    const frame = (now) => {
      if (!slider.isConnected) return stop();
      at += direction * (high - low) * (now - before) / (1000 * SECONDS);
      before = now;
      if (at >= high || at <= low) direction = at >= high ? -1 : 1;
      at = Math.min(high, Math.max(low, at));
      const value = (Math.round(at / step) * step).toFixed(2);
      if (Number(slider.value) !== Number(value)) {
        slider.value = value;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
      root.running = requestAnimationFrame(frame);
    };
    root.running = requestAnimationFrame(frame);
    addEventListener("pointerdown", touched, true);
    addEventListener("keydown", touched, true);
    show();
  };
  root.stop = stop;
  button.onclick = () => (root.running ? root.stop() : play());
  show();
  return () => root.stop();
}
