/** What a reader can do with a version of their own: take it back, send it, save it, use another's. */
import { parseAddress } from './address.ts';
import type { NotebookIsland } from './notebook.ts';
import type { NotebookState } from './notebook-state.ts';
import { canSaveVersion, saveVersion } from './saved-version.ts';

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

function button(text: string, run: () => void): HTMLButtonElement {
  const made = element('button', 'command', text);
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

function field(text: string, readOnly: boolean): { label: HTMLLabelElement; input: HTMLInputElement } {
  const input = element('input', '');
  input.type = 'text';
  input.readOnly = readOnly;
  // Safari empties what must not be completed when the history gives the page back.
  if (!readOnly) input.autocomplete = 'off';
  input.spellcheck = false;
  return { label: element('label', '', `${text} `, input), input };
}

/** A place for sentences about what could not be taken; nothing is seen of it until there is one. */
export function noticePlace(name: string): HTMLElement {
  const notice = element('div', 'roi-notice wide');
  notice.dataset[name] = '';
  notice.setAttribute('role', 'alert');
  notice.hidden = true;
  return notice;
}

/**
 * Puts the commands at the end of the page, and messages at its top.
 *
 * @param page element of the page
 */
export function notebookBar(page: Element, { slug, engagement, inputs }: NotebookIsland, state: NotebookState): void {
  if (inputs.length === 0) return;
  const notice = noticePlace('notebookNotice');
  page.prepend(notice);

  const hash = (): string => state.hash();
  const words = element('p', 'notebook-changes');
  words.setAttribute('role', 'status');
  const own = field('Code of your version', true);
  const other = field('Use a code', false);
  own.input.addEventListener('focus', () => own.input.select());
  const copied = (text: string, said: string): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        words.textContent = said;
      },
      () => {
        fold.open = true;
        own.input.value = text;
        own.input.focus();
      },
    );
  };
  const reset = button('Reset', () => state.reset());
  const save = button('Save my version', () => saveVersion(hash(), `${engagement}-your-version.html`));
  const link = button('Copy link', () => copied(location.href.replace(/#.*$/, '') + hash(), 'The link is copied.'));
  const copy = button('Copy code', () => copied(hash(), 'The code is copied.'));
  const apply = button('Use', () => {
    // A link may be pasted too: what stands before its # is another place of the same report.
    const code = other.input.value.trim().replace(/^[^#]*/, '');
    const { path, pairs } = parseAddress(code);
    if (path !== slug || pairs.length === 0) {
      state.onNotice([`This is no code of this page: one begins with #/${slug}?. The inputs stand as they were.`]);
    } else if (code === location.hash) state.take(code);
    else location.hash = code;
  });
  const fold = element(
    'details',
    'notebook-code',
    element('summary', '', 'Code'),
    element('p', '', own.label, copy),
    element('p', '', other.label, apply),
  );
  // A link to a file leads nowhere on another machine.
  const travels = [...(location.protocol.startsWith('http') ? [link] : []), ...(canSaveVersion() ? [save] : [])];
  const bar = element('div', 'notebook-bar', words, element('p', 'notebook-commands', reset, ...travels), fold);
  bar.dataset['notebookBar'] = '';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', 'Your version');
  page.append(bar);

  state.onNotice = (notices) => {
    notice.hidden = notices.length === 0;
    notice.replaceChildren(...notices.map((text) => element('p', '', text)));
  };
  state.onChange = () => {
    const { length } = state.changes();
    words.textContent =
      length === 0
        ? 'Every input stands as published.'
        : `Your version: ${String(length)} ${length === 1 ? 'input differs' : 'inputs differ'} from the published report.`;
    for (const command of [reset, ...travels, copy]) command.disabled = length === 0;
    bar.classList.toggle('changed', length > 0);
    own.input.value = length === 0 ? '' : hash();
  };
  state.onChange();
}
