// Without this file the sheet is a table with a form a row. With it a date typed in a cell is the command.
const table = document.querySelector('[data-sheet]');
const status = document.querySelector('[data-sheet-status]');
const dialog = document.querySelector('[data-sheet-dialog]');
const fill = document.querySelector('[data-sheet-fill]');

const rows = () => [...table.querySelectorAll('tr[data-ref]')];
const boxes = () => [...table.querySelectorAll('tbody [type=checkbox]')];
const cellsOf = (row) => [...row.querySelectorAll('[data-step]')];
const inputOf = (cell) => cell?.querySelector('.sheet__input');
const cellOf = (ref, step) => table.querySelector(`tr[data-ref="${ref}"] [data-step="${step}"]`);
const placeOf = (cell) => [cell.closest('tr').dataset.ref, cell.dataset.step];
const messageOf = (cell) => table.querySelector(`tr[data-about="${placeOf(cell).join(' ')}"]`);
const pieceOf = (html) => Object.assign(document.createElement('template'), { innerHTML: html }).content;

function announce(text, tone = 'green') {
  status.textContent = text;
  status.dataset.tone = tone;
}

function focusOn(cell) {
  for (const other of table.querySelectorAll('[data-step][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}

/** The cell so many rows and columns away; undefined at the edge. */
function neighbour(cell, down, right) {
  const row = rows()[rows().indexOf(cell.closest('tr')) + down];
  return row && cellsOf(row)[cellsOf(cell.closest('tr')).indexOf(cell) + right];
}

function edit(cell, text = cell.dataset.text ?? '') {
  const input = inputOf(cell) ?? document.createElement('input');
  Object.assign(input, { type: 'text', className: 'sheet__input', value: text, autocomplete: 'off' });
  input.setAttribute('aria-label', `${cell.dataset.label}, ${placeOf(cell)[0]}`);
  cell.append(input);
  return input;
}

function leave(cell) {
  keepQuiet(() => inputOf(cell)?.remove());
  messageOf(cell)?.remove();
}

/** Taking a box away or elsewhere is no leaving of it by the person who types. */
let quiet = false;
function keepQuiet(act) {
  quiet = true;
  act();
  quiet = false;
}

/** Says under the row why a cell was not saved; what was typed stays in it. */
function say(cell, sentences, again) {
  messageOf(cell)?.remove();
  const row = pieceOf(document.querySelector('[data-sheet-said]').innerHTML).querySelector('tr');
  const place = placeOf(cell);
  row.dataset.about = place.join(' ');
  row.cells[0].colSpan = cell.closest('tr').cells.length;
  const [about, words] = row.querySelectorAll('strong, span');
  about.textContent = `${cell.dataset.label}:`;
  words.textContent = sentences.join(' ');
  words.id = `said-${place.join('-')}`;
  const [act, off] = row.querySelectorAll('button');
  act.hidden = again === undefined;
  act.textContent = again ?? '';
  act.onclick = () => void save(cellOf(...place));
  off.onclick = () => {
    leave(cellOf(...place));
    focusOn(cellOf(...place));
  };
  cell.closest('tr').after(row);
  inputOf(cell)?.setAttribute('aria-invalid', 'true');
  inputOf(cell)?.setAttribute('aria-describedby', words.id);
  announce(`Not saved. ${cell.dataset.label}: ${sentences.join(' ')}`, 'red');
}

/** A row as the server draws it; what is being typed in its other cells stays. */
function redraw(ref, html) {
  const old = rows().find((row) => row.dataset.ref === ref);
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  const fresh = pieceOf(`<table><tbody>${html}</tbody></table>`).querySelector('tr');
  fresh.querySelector('[type=checkbox]').checked = old.querySelector('[type=checkbox]').checked;
  for (const [index, cell] of cellsOf(fresh).entries()) {
    cell.tabIndex = cellsOf(old)[index].tabIndex;
    const input = inputOf(cellsOf(old)[index]);
    if (input) keepQuiet(() => cell.append(input));
  }
  old.replaceWith(fresh);
  focused?.focus();
}

async function send(ref, step, fields) {
  const { csrf: _csrf, key } = table.dataset;
  const expectedRevision = rows().find((row) => row.dataset.ref === ref).dataset.revision;
  const idempotencyKey = `${key} ${ref} ${step}`;
  const body = new URLSearchParams({ expectedRevision, ...fields, _csrf, idempotencyKey });
  try {
    const headers = { accept: 'application/json' };
    return await (await fetch(`/sheet/${ref}/${step}`, { method: 'POST', body, headers })).json();
  } catch {
    return { kind: 'failed', sentences: ['The server did not answer, or you are signed out. Try again.'] };
  }
}

/** Saves what is typed in a cell; true when the cell is done with. */
async function save(cell) {
  const [ref, step] = placeOf(cell);
  const input = inputOf(cell);
  if (!input || input.readOnly) return false;
  if (input.value.trim() === (cell.dataset.text ?? '')) return (leave(cell), true);
  input.readOnly = true;
  input.dataset.tried = input.value;
  return answered(ref, step, await send(ref, step, { typed: input.value }));
}

/** `ask` opens the form of what a day does not say; for several rows at once it is only offered. */
function answered(ref, step, answer, asks = ask) {
  if (answer.row) redraw(ref, answer.row);
  const cell = cellOf(ref, step);
  if (inputOf(cell)) inputOf(cell).readOnly = false;
  if (answer.kind === 'saved') {
    leave(cell);
    announce(answer.sentences.join(' '), answer.tone);
  } else if (answer.kind === 'asks') asks(ref, step, answer);
  else say(cell, answer.sentences, answer.kind === 'refused' ? undefined : 'Save again');
  return answer.kind === 'saved';
}

const askLater = (ref, step) => say(cellOf(ref, step), ['It needs a little more.'], 'Fill it in');

function ask(ref, step, answer) {
  messageOf(cellOf(ref, step))?.remove();
  const content = dialog.querySelector('[data-sheet-asks]');
  content.replaceChildren(pieceOf(answer.form));
  dialog.onclose = () => askLater(ref, step);
  if (!dialog.open) dialog.showModal();
  const controls = [...content.querySelectorAll('input:not([type=hidden]), select')];
  const missing = controls.find((control) => control.value === '') ?? controls[0];
  (content.querySelector('.govuk-error-summary a') ?? missing)?.focus();
  const form = content.querySelector('form');
  form.onsubmit = async (event) => {
    event.preventDefault();
    const next = await send(ref, step, Object.fromEntries(new FormData(form)));
    if (next.kind === 'asks') return ask(ref, step, next);
    dialog.onclose = null;
    dialog.close();
    answered(ref, step, next);
    focusOn(cellOf(ref, step));
  };
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

async function onKey(event) {
  const cell = event.target.closest('[data-step]');
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key, shiftKey } = event;
  const back = shiftKey ? -1 : 1;
  if (event.target === inputOf(cell)) {
    if (key === 'Escape') return (leave(cell), focusOn(cell));
    if (key !== 'Enter' && key !== 'Tab') return;
    event.preventDefault();
    const [ref, step] = placeOf(cell);
    const saved = await save(cell);
    const now = cellOf(ref, step);
    if (saved) focusOn(neighbour(now, ...(key === 'Tab' ? [0, back] : [back, 0])) ?? now);
    else if (!dialog.open) inputOf(now)?.focus();
  } else if (MOVES[key]) {
    event.preventDefault();
    focusOn(neighbour(cell, ...MOVES[key]) ?? cell);
  } else if (!('fixed' in cell.dataset) && /^(.|Enter|F2|Delete|Backspace)$/u.test(key)) {
    event.preventDefault();
    if (key === 'Enter' || key === 'F2') edit(cell).select();
    else edit(cell, key.length > 1 ? '' : key);
    inputOf(cell).focus();
  }
}

let lastBox;
function onBox({ target: box, shiftKey }) {
  if (box.type !== 'checkbox') return;
  const [from, to] = [boxes().indexOf(lastBox), boxes().indexOf(box)].sort((x, y) => x - y);
  const others = 'all' in box.dataset ? boxes() : shiftKey && from >= 0 ? boxes().slice(from, to) : [];
  for (const other of others) other.checked = box.checked;
  lastBox = box;
  fill.querySelector('[data-chosen]').textContent = `${boxes().filter((one) => one.checked).length} chosen`;
}

/** One row after the other, so that each says for itself whether it was saved. */
async function fillAll(event) {
  event.preventDefault();
  const { step, typed, minutes } = Object.fromEntries(new FormData(fill));
  const chosen = boxes().flatMap((box) => (box.checked ? [box.closest('tr').dataset.ref] : []));
  let saved = 0;
  for (const [index, ref] of chosen.entries()) {
    edit(cellOf(ref, step), typed).dataset.tried = typed;
    if (answered(ref, step, await send(ref, step, { typed, minutes }), askLater)) saved += 1;
    announce(`${index + 1} of ${chosen.length}, ${saved} saved.`);
  }
  const rest = saved < chosen.length ? ' The others say why under their rows.' : '';
  announce(`${saved} of ${chosen.length} saved.${rest}`, rest === '' ? 'green' : 'amber');
}

if (table && 'writable' in table.dataset) {
  table.setAttribute('role', 'grid');
  for (const cell of table.querySelectorAll('[data-step]')) cell.tabIndex = -1;
  table.querySelector('[data-step]').tabIndex = 0;
  table.addEventListener('keydown', (event) => void onKey(event));
  table.addEventListener('click', onBox);
  table.addEventListener('dblclick', ({ target }) => {
    const cell = target.closest('[data-step]:not([data-fixed])');
    if (cell && !inputOf(cell)) edit(cell).focus();
  });
  // Gone elsewhere: saved as in any spreadsheet, but what was refused once is not sent again unasked.
  table.addEventListener('focusout', ({ target }) => {
    const cell = target.closest('[data-step]');
    if (!quiet && cell && target === inputOf(cell) && target.dataset.tried !== target.value) void save(cell);
  });
  fill.addEventListener('submit', (event) => void fillAll(event));
  document.documentElement.dataset.sheetReady = '';
}
