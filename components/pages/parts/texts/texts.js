// Texts whose characters can be chosen: by mouse or touch, or by keyboard with one tab stop a text.
// Side by side, the first column may be the slider's own: it follows the slider in the browser, without the server.
// Every character is written with textContent, so nothing in a text is ever read as markup.

const PASSING = 100; // milliseconds within which a pointer is on its way to something else

function ledger(root, data) {
  const scroller = element("div", "scroller");
  data.texts.forEach((text, row) => {
    const line = element("div", "row"), box = listbox(root, data, row);
    box.write(text);
    line.append(element("div", "title", text.title), box);
    scroller.append(line);
  });
  return scroller;
}

// One column: a text, and below it the same without the cut, if that is shown too.
function column(root, data, row) {
  const section = element("section", "sample"), above = passage(root, data, row, "h2");
  section.append(above);
  const below = data.twins && section.appendChild(twin(root, data, row));
  section.write = (text, without) => {
    section.setAttribute("aria-label", text.title);
    above.write(text);
    below?.write(without ?? { title: filled(data.twins.title, { title: text.title }), note: data.twins.coming, ...NOTHING });
  };
  return section;
}

// A character of the text without the cut leads to where the two part.
function twin(root, data, row) {
  const choose = (_, position) => {
    const parting = made.text.states.indexOf("parting");
    root.choose(row, parting < 0 ? position : parting);
  };
  const { hint, parting } = data.twins;
  const made = passage({ choose }, { ...data, hint, parting, id: `${data.id}-twin` }, row, "h3");
  made.classList.add("twin");
  return made;
}

// A text with its heading, a button that copies it, what is said of it, its measures.
function passage(root, data, row, heading) {
  const section = element("div", "passage"), head = element("div", "head");
  const title = element(heading, ""), note = element("p", "note"), measures = element("dl", ""), box = listbox(root, data, row);
  const button = element("button", "copy");
  button.type = "button";
  button.append(element("span", "sheets"));
  note.setAttribute("role", "status");
  let text;
  button.onclick = async () => {
    await copy(text.characters.join(""));
    note.textContent = data.copied;
    clearTimeout(button.waiting);
    button.waiting = setTimeout(() => { note.textContent = text.note; }, SAID);
  };
  button.title = data.copy;
  section.write = (next) => {
    const measured = JSON.stringify(next.measures) !== JSON.stringify(text?.measures);
    text = section.text = next;
    title.textContent = text.title;
    note.textContent = text.note;
    button.setAttribute("aria-label", `${data.copy}: ${text.title}`);
    box.write(text);
    if (!measured) return;
    measures.replaceChildren(...text.measures.map(([name, value]) => {
      const line = element("div", "");
      line.append(element("dt", "", name), element("dd", "", value));
      return line;
    }));
  };
  head.append(title, button);
  section.append(head, note, box, measures);
  return section;
}

function columns(root, data) {
  const samples = element("div", "samples");
  if (data.slider) {
    const own = column(root, data, -1);
    own.classList.add("own");
    root.follow = (temperature) => {
      if (root.temperature === temperature) return;
      root.temperature = temperature;
      const text = atTheSlider(data, temperature);
      root.written = text.written ?? temperature;
      own.write(text, data.twins && withoutTheCut(data, temperature, text));
    };
    root.temperature = undefined;
    root.follow(Number(document.querySelector(SLIDER)?.value ?? data.slider.resting));
    samples.append(own);
  }
  data.texts.forEach((text, row) => {
    const fixed = column(root, data, row);
    fixed.write(text, data.twins?.fixed[row]);
    samples.append(fixed);
  });
  samples.classList.toggle("twins", Boolean(data.twins));
  samples.classList.toggle("hidden", data.hidden !== "");
  if (data.hidden) samples.dataset.hidden = data.hidden;
  samples.inert = data.hidden !== "";
  return samples;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".texts");
  const mark = (position) => root.querySelectorAll(".text").forEach((box) => box.mark(position));
  root.choose = (row, position) => {
    root.waiting = undefined;
    root.sent = position;
    if (data.follows) mark(position); // seen at once; the page follows
    setTriggerValue("chosen", { row, position, temperature: row < 0 ? root.written : null });
  };
  // New data call this function again, and not what it returned before: so the listeners of the last time end here.
  root.stop?.();
  const moved = ({ target }) => {
    if (!target.matches?.(SLIDER)) return;
    root.want();
    root.follow?.(Number(target.value));
  };
  // The slider's other texts are written for a hand that comes to it: whoever types on does not need them.
  root.want = () => {
    if (!root.lacks) return;
    root.lacks = false;
    setTriggerValue("wanted", true);
  };
  const came = ({ type, target }) => {
    clearTimeout(root.coming);
    if (target.closest?.(".vega-bindings")?.querySelector(SLIDER)) root.coming = setTimeout(root.want, type === "focusin" ? 0 : PASSING);
  };
  const heard = { input: moved, pointerover: came, focusin: came };
  Object.entries(heard).forEach(([event, hear]) => document.addEventListener(event, hear, true));
  root.stop = () => Object.entries(heard).forEach(([event, hear]) => document.removeEventListener(event, hear, true));

  const { chosen, ...shown } = data;
  const described = JSON.stringify(shown);
  if (root.described !== described) { // what stays as it is keeps its place, and the keyboard's
    const before = root.querySelector(".scroller")?.scrollLeft ?? 0;
    root.described = described;
    root.lacks = data.slider && !data.slider.whole;
    clearTimeout(root.waiting);
    root.waiting = root.sent = root.follow = undefined;
    root.replaceChildren(data.follows ? ledger(root, data) : columns(root, data));
    if (data.follows) root.firstChild.scrollLeft = before;
  }
  if (data.follows) follow(root, chosen, mark);
  return () => root.stop();
}

function follow(root, chosen, mark) {
  // An answer to an older choice does not take the mark from the hand that has gone on.
  if (root.waiting !== undefined || (root.sent !== undefined && root.sent !== chosen)) return;
  root.sent = undefined;
  mark(chosen);
  const scroller = root.firstChild, first = root.querySelector(".chosen");
  if (!first) return;
  const left = first.offsetLeft - scroller.scrollLeft;
  if (left < 60 || left > scroller.clientWidth - 40) scroller.scrollLeft = first.offsetLeft - scroller.clientWidth / 2;
}
