/** How wide cells are on this screen, and whether it is dark. */
import { FORMS, formOf } from '../charts/form.ts';
import type { Stage } from '../notebook/runtime/stage.ts';

const WIDEST = 948;

/** Width of the first cell that has one; all cells share it. */
function cellWidth(): number {
  for (const output of document.querySelectorAll<HTMLElement>('.cell-output')) {
    if (output.clientWidth > 0) return output.clientWidth;
  }
  return WIDEST;
}

export function pageStage({ locale, timeZone }: { locale: string; timeZone: string }): Stage {
  const media = matchMedia('(prefers-color-scheme: dark)');
  // The reader's choice in the masthead comes before the system's.
  const dark = (): boolean => {
    const { theme } = document.documentElement.dataset;
    return theme === undefined ? media.matches : theme === 'dark';
  };
  // What the build has drawn stays as it stands until there is another width: waking up moves nothing.
  let measured = cellWidth();
  let width = FORMS.find(({ name }) => name === formOf(measured).name)?.width ?? measured;
  return {
    width: () => width,
    dark,
    locale,
    timeZone,
    watch(changed) {
      const observer = new ResizeObserver(() => {
        const now = cellWidth();
        if (now === measured) return;
        measured = width = now;
        changed();
      });
      observer.observe(document.documentElement);
      media.addEventListener('change', changed);
      const theme = new MutationObserver(changed);
      theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
      return () => {
        observer.disconnect();
        theme.disconnect();
        media.removeEventListener('change', changed);
      };
    },
  };
}
