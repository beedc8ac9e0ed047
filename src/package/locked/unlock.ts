/** Runs in the reader's browser, in a locked file only: asks for the password and puts the report in the page's place. */
import { inflateSync } from 'fflate';
import type { LockParameters } from './parameters.ts';

const DAMAGED = 'The file was damaged on its way: a part of it is missing or changed. Ask for it again.';
const SHUT =
  'The password does not open this file. Look at capitals, blanks and hyphens. If it is surely the right one, somebody changed the file: the cipher cannot tell a wrong password from a changed file.';
const NO_CRYPTOGRAPHY =
  'This browser offers no cryptography to a file opened from disk. Open it in a current Chrome, Edge, Firefox or Safari.';
const UNKNOWN = 'This file was locked in a way that it does not know how to open. Ask for it again.';

/** What a reader is told. */
class Refusal extends Error {}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

async function requireWhole(parameters: string, sealed: string, digest: string): Promise<void> {
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(parameters + sealed)));
  const hex = [...found].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== digest) throw new Refusal(DAMAGED);
}

async function open(parameters: string, sealed: string, password: string): Promise<string> {
  const { format, iterations, salt, iv } = JSON.parse(parameters) as Omit<LockParameters, 'format'> & {
    format: number;
  };
  if (format !== 1) throw new Refusal(UNKNOWN);
  const { subtle } = crypto;
  const secret = await subtle.importKey('raw', utf8(password.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  let packed: ArrayBuffer;
  try {
    packed = await subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOf(iv), additionalData: utf8(parameters) },
      key,
      bytesOf(sealed),
    );
  } catch {
    throw new Refusal(SHUT);
  }
  return new TextDecoder().decode(inflateSync(new Uint8Array(packed)));
}

/** Puts the report in the place of this page: the same address, history and storage. Its scripts run once it stands there. */
function become(text: string): void {
  const { documentElement: report } = new DOMParser().parseFromString(text, 'text/html');
  document.replaceChild(document.adoptNode(report), document.documentElement);
  // A parser that only reads marks scripts as done; the policy lets copies run as it lets them.
  for (const read of document.querySelectorAll('script')) {
    if (read.type !== '') continue;
    const script = document.createElement('script');
    for (const { name, value } of read.attributes) script.setAttribute(name, value);
    script.textContent = read.textContent;
    read.replaceWith(script);
  }
  // Nothing else tells who hears the page that it is another one now.
  const heading = [...document.querySelectorAll('h1')].find((one) => one.getClientRects().length > 0);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

const form = document.querySelector('form');
const field = document.querySelector<HTMLInputElement>('input[type=password]');
const shown = document.querySelector<HTMLInputElement>('input[type=checkbox]');
const button = document.querySelector('button');
const said = document.querySelector<HTMLElement>('[role=status]');
const [parameters, sealed] = [...document.querySelectorAll('script[data-locked]')].map(
  ({ textContent }) => textContent,
);

function tell(text: string, wrong: boolean): void {
  if (said === null) return;
  said.textContent = text;
  said.classList.toggle('wrong', wrong);
}

let running = false;
async function attempt(): Promise<void> {
  if (running || field === null || parameters === undefined || sealed === undefined) return;
  running = true;
  button?.setAttribute('aria-disabled', 'true');
  tell('Opening. This takes a moment, on purpose.', false);
  // The words are painted before the work begins.
  await new Promise((resolve) => setTimeout(resolve, 20));
  try {
    if (!('subtle' in crypto)) throw new Refusal(NO_CRYPTOGRAPHY);
    await requireWhole(parameters, sealed, form?.dataset['digest'] ?? '');
    const text = await open(parameters, sealed, field.value);
    become(text);
    return;
  } catch (error) {
    tell(error instanceof Refusal ? error.message : DAMAGED, true);
    field.setAttribute('aria-invalid', 'true');
    field.select();
  }
  running = false;
  button?.removeAttribute('aria-disabled');
}

if (form) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt();
  });
  shown?.addEventListener('change', () => {
    if (field) field.type = shown.checked ? 'text' : 'password';
  });
  field?.focus();
}
