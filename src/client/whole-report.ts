/** The single file, as a page of the folder can get at it: `fetch` of files is blocked, scripts of the folder are not. */

/** What the script beside the pages leaves behind: the single file, DEFLATE in base64. */
interface Carrier {
  wholeReport?: string;
}

/** A script that a browser will not load says so and nothing more. */
const loaded = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
    script.remove();
  });

/**
 * @param address of the script, relative to the page
 * @returns the `html` element of the single file; undefined where the script is not there
 */
export async function loadWhole(address: string): Promise<HTMLElement | undefined> {
  const carrier = globalThis as Carrier;
  if (carrier.wholeReport === undefined && !(await loaded(address))) return undefined;
  if (carrier.wholeReport === undefined) return undefined;
  const bytes = Uint8Array.from(atob(carrier.wholeReport), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new DOMParser().parseFromString(await new Response(stream).text(), 'text/html').documentElement;
}
