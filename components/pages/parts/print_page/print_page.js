// A button that prints the page.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".print_page");
  const button = root.querySelector("button") ?? root.appendChild(document.createElement("button"));
  Object.assign(button, { type: "button", textContent: data.label, onclick: () => window.print() });
}
