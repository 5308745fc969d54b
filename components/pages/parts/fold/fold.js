// On a phone the rows of buttons are folded away; this unfolds them. Wider screens do not show it.
const OPEN = "unfolded";

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".fold");
  const button = root.querySelector("button") ?? root.appendChild(document.createElement("button"));
  button.type = "button";
  button.textContent = `☰ ${data.label}`;
  const show = () => button.setAttribute("aria-expanded", String(document.body.classList.contains(OPEN)));
  button.onclick = () => {
    document.body.classList.toggle(OPEN);
    show();
  };
  show();
}
