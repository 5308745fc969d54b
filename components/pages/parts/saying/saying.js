// One sentence on what the slider's temperature does; it follows the hand.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".saying");
  const say = (temperature) => {
    root.textContent = temperature === 0 ? data.zero : temperature < 1 ? data.below : temperature === 1 ? data.one : data.above;
  };
  const moved = (event) => { if (event.target.matches?.(SLIDER)) say(Number(event.target.value)); };
  // New data call this function again, and not what it returned before: so the listener of the last time ends here.
  root.stop?.();
  document.addEventListener("input", moved, true);
  root.stop = () => document.removeEventListener("input", moved, true);
  say(Number(document.querySelector(SLIDER)?.value ?? data.temperature));
  return () => root.stop();
}
