/** Ground, type and colour of the pages that stand outside a report and carry no fonts: the shelf, a locked file. */
export const PLAIN_STYLES = `
:root { color-scheme: light dark; --paper: #FAFBFA; --rule: #D2D9D5; --edge: #75827E; --ink: #14202A; --ink2: #414E57; --link: #17508A; --red: #B0301B }
@media (prefers-color-scheme: dark) { :root { --paper: #10181E; --rule: #2F3C45; --edge: #82909A; --ink: #EAEEEC; --ink2: #BEC8CB; --link: #93BFED; --red: #F29680 } }
body { margin: 0 auto; padding: 64px 32px; max-width: 800px; background: var(--paper); color: var(--ink); font: 400 19px/28px 'Source Serif 4', Charter, Georgia, serif }
h1 { font-weight: 400; font-size: 34px; line-height: 39px; letter-spacing: -.014em; margin: 0 0 12px }
p { margin: 0; color: var(--ink2); font: 400 15px/22px 'Source Sans 3', 'Segoe UI', system-ui, sans-serif }
a { color: var(--link); text-underline-offset: 3px }
:focus-visible { outline: 2px solid var(--link); outline-offset: 3px }
@media (max-width: 760px) { body { padding: 32px 20px } }`;
