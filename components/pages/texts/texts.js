// Texts whose characters can be chosen: by mouse or touch, or by keyboard with one tab stop a text.
// Every character is written with textContent, so nothing in a text is ever read as markup.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".texts");
  const before = root.querySelector(".scroller")?.scrollLeft;
  root.replaceChildren();
  root.classList.toggle("ledger", data.ledger);
  const scroller = document.createElement("div");
  scroller.className = "scroller";
  root.append(scroller);

  const choose = (row, position) => setTriggerValue("chosen", { row, position });

  data.rows.forEach((row, place) => {
    const line = document.createElement("div");
    line.className = "row";
    const title = document.createElement("div");
    title.className = "title";
    title.textContent = row.title;
    const text = document.createElement("div");
    text.className = "text";
    text.tabIndex = 0;
    text.setAttribute("role", "listbox");
    text.setAttribute("aria-label", row.title);
    text.setAttribute("aria-orientation", "horizontal");
    const spans = row.characters.map((character, position) => {
      const span = document.createElement("span");
      span.textContent = character;
      span.id = `character-${data.id}-${place}-${position}`;
      span.className = `c ${row.states[position]} l${row.levels[position]}`;
      span.setAttribute("role", "option");
      span.setAttribute("aria-label", row.names[position]);
      span.title = row.names[position];
      span.dataset.position = position;
      text.append(span);
      return span;
    });
    let active = Math.min(data.chosen ?? 0, spans.length - 1);
    const mark = (position) => {
      spans[active]?.classList.remove("chosen");
      spans[active]?.setAttribute("aria-selected", "false");
      active = position;
      spans[active]?.classList.add("chosen");
      spans[active]?.setAttribute("aria-selected", "true");
      if (spans[active]) text.setAttribute("aria-activedescendant", spans[active].id);
    };
    if (data.chosen !== null) mark(active);
    text.onclick = (event) => {
      const span = event.target.closest(".c");
      if (span) choose(place, Number(span.dataset.position));
    };
    let waiting;
    text.onkeydown = (event) => {
      const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -spans.length, End: spans.length };
      if (event.key === "Enter" || event.key === " ") {
        choose(place, active);
      } else if (event.key in steps) {
        mark(Math.max(0, Math.min(spans.length - 1, active + steps[event.key])));
        spans[active]?.scrollIntoView({ block: "nearest", inline: "nearest" });
        clearTimeout(waiting); // one answer for a key that is held down
        waiting = setTimeout(() => choose(place, active), 120);
      } else {
        return;
      }
      event.preventDefault();
    };
    line.append(title, text);
    scroller.append(line);
  });

  // The place where somebody reads stays; what was chosen elsewhere is brought into sight.
  if (before !== undefined) scroller.scrollLeft = before;
  const chosen = root.querySelector(".chosen");
  if (chosen && data.ledger) {
    const left = chosen.offsetLeft - scroller.scrollLeft;
    if (left < 60 || left > scroller.clientWidth - 40) scroller.scrollLeft = chosen.offsetLeft - scroller.clientWidth / 2;
  }
}
