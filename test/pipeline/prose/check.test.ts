import { describe, expect, it } from 'vitest';
import { ENGAGEMENT, ROI, check } from './report.ts';

const figure = (attributes: string): string =>
  `<Figure id="f" title="The clocks" alt="Dots." chart={{ type: 'waits', table: 'records' }} ${attributes}/>`;

describe('checkProse', () => {
  it.each([
    [
      'a reference',
      'In <Fact id="handoff.late_24h"/> records, <Given id="promise.business_days" as="words"/> days, <Roi id="labour"/>.',
    ],
    [
      'a comparison that holds',
      '<Holds if="billing.median_incomplete > 2 * billing.median_complete">More than twice as long.</Holds>',
    ],
    [
      'a fraction that holds',
      '<Holds if="handoff.late_24h > 0.2 && handoff.late_24h < 0.26">Nearly one account in four waits.</Holds>',
    ],
    [
      'a multiple named in its condition',
      '<Holds if="billing.median_incomplete < 5 * billing.median_complete">Less than five times.</Holds>',
    ],
    [
      'a comparison within a figure that holds',
      figure('deck="Twice as long" holds="billing.median_incomplete > 2 * billing.median_complete"'),
    ],
    ['numbers in code and identifiers', 'Set `limit = 12`, see acct_1842 and UTF-8.\n\n```js\nconst x = 12;\n```'],
    ['ordinals and one', 'The third retry is the one that counts, at most.'],
    ['plain HTML', 'H<sub>a</sub> and <abbr title="what">x</abbr>'],
    ['a comment', '{/* 12 records */}\n\nText.'],
    [
      'a link to a page, a fact, a section, itself, outside',
      '[a](evidence/index.html) [b](evidence/index.html#fact-handoff.late_24h) [c](./evidence/index.html#how) [d](#top) [e](https://example.org/12) [f](mailto:a@example.org)\n\n<Section id="top" title="T"/>',
    ],
  ])('lets %s stand', (_, body) => {
    expect(check(body)).toEqual({ problems: [], stated: [] });
  });

  it.each([
    ['an unknown fact', 'In <Fact id="handof.late_24h"/> records'],
    ['a format that does not fit', 'In <Fact id="billing.median_complete" as="percent"/> records'],
    ['a missing id', 'In <Fact as="percent"/> records'],
    ['a computed id', 'In <Fact id={pick()}/> records'],
    ['an unknown given value', '<Given id="promise.busines_days"/>'],
    ['an unknown ROI value', '<Roi id="labor"/>'],
    ['a typed count', 'One line.\n\nIn 19 of the records it was late.'],
    ['a typed word', 'In *nineteen records* it was late.'],
    ['a typed number in a link and a heading', '## The 67 hours\n\n[31 hours](evidence/index.html)'],
    ['a typed percentage', 'It is 24% of records.'],
    ['a typed number without a fact', 'It is 77 records.'],
    ['a typed number behind an entity', 'A &amp; B &amp; 19 C'],
    ['a typed number in an attribute', figure('deck="All 19 of them"')],
    [
      'a typed number in a chart',
      `<Figure id="f" title="T" alt="A" chart={{ type: 'waits', table: 'records', thresholds: [{ fact: 'handoff.late_24h', text: '19 waited' }] }}/>`,
    ],
    [
      'an unknown fact and table in a chart',
      `<Figure id="f" title="T" alt="A" chart={{ table: 'record', facts: [{ id: 'handoff.late', label: 'x' }], compare: { from: 'a.b', to: 'handoff.late_24h' }, medians: ['c.d'] }}/>`,
    ],
    ['a computed chart', `<Figure id="f" title="T" alt="A" chart={{ table: records() }}/>`],
    ['a template in the body', 'In {{fact.handoff.late_24h}} records'],
    ['a stated mark in the body', 'From [[120 to 220 | the plan]]'],
    ['a stated number without a reason', 'From <Stated>120 to 220</Stated>'],
    ['a stated word', 'From <Stated why="x">many</Stated>'],
    [
      'a condition that fails',
      'Accounts <Holds if="billing.median_incomplete > 3 * billing.median_complete">take thrice</Holds> the <Fact id="billing.median_complete" as="long"/>. Another sentence.',
    ],
    ['a condition about a stranger', '<Holds if="billing.median_incomplet > 1">longer</Holds>'],
    ['a condition that is none', '<Holds if="billing.median_incomplete">longer</Holds>'],
    ['a condition without facts', '<Holds if="2 > 1">longer</Holds>'],
    ['a condition that cannot be read', '<Holds if="billing.median_incomplete >">longer</Holds>'],
    [
      'a count that a condition happens to name',
      '<Holds if="billing.median_incomplete > 2 * billing.median_complete">Both of two groups.</Holds>',
    ],
    ['a figure whose condition fails', figure('holds="handoff.late_24h > 0.5"')],
    ['bare comparisons', 'It takes twice as long. Most records wait, half of them, nearly one in four, the majority.'],
    ['a broken link', '[a](evidnce/index.html)'],
    ['a link to a folder', '[a](evidence/)'],
    ['an absolute link', '[a](/evidence/index.html)'],
    ['a broken anchor', '[a](evidence/index.html#fact-handoff.late_24)'],
    ['a script link', '[a](javascript:alert(1))'],
    ['an unknown element', '<Fakt id="x"/>'],
    ['an unknown attribute', '<Note tone="x">text</Note>'],
    ['a spread', '<Note {...x}>text</Note>'],
    ['an element that runs', '<script>x</script>\n\n<div onclick="x">a</div>'],
    ['code', 'import x from "y"\n\nText {1 + 1}.'],
    ['a picture', '![19 dots](a.png)'],
    ['an element left open', '<Note>text'],
    ['two figures of one name', `${figure('')}\n\n${figure('')}`],
    ['a sign without a glyph', 'handoff ≥ limit'],
  ])('stops at %s', (_, body) => {
    const { problems } = check(body);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems).toMatchSnapshot();
  });

  it('checks front matter and YAML at their places', () => {
    const yaml = ENGAGEMENT.replace(
      '[No change in production.]',
      '["Nothing at {{fact.handoff.late}}.", "No more than 19 a day.", "Open {{given.client"]',
    );
    const { problems } = check('Text.', { matter: 'title: Twice as long', yaml });
    expect(problems).toMatchSnapshot();
  });

  it('stops at a verdict that no longer holds, in the words of the verdict', () => {
    const yaml = ENGAGEMENT.replace('text: It holds.', "text: 'Only {{fact.handoff.late_24h}} wait.'").replace(
      '< 0.5',
      '< 0.2',
    );
    expect(check('Text.', { yaml }).problems).toMatchSnapshot();
  });

  it('stops at a number in the words of the ROI model', () => {
    expect(
      check('Text.', { model: ROI.replace('source: Client', 'source: From 120 to twice that') }).problems,
    ).toMatchSnapshot();
  });

  it('lets a condition beside a text guard its comparison', () => {
    expect(check('Text.', { yaml: ENGAGEMENT.replace('It holds.', 'Most records wait for nobody.') }).problems).toEqual(
      [],
    );
  });

  it('collects stated numbers with file, line and reason', () => {
    const yaml = ENGAGEMENT.replace('[No change in production.]', '["From [[120 to 220 | growth plan]]."]');
    const { problems, stated } = check('A\n\nB <Stated why="quoted from the introduction">18 of\n80</Stated> C', {
      yaml,
    });
    expect(problems).toEqual([]);
    expect(stated).toEqual([
      { text: '120 to 220', file: 'engagement.yaml', line: 19, why: 'growth plan' },
      { text: '18 of 80', file: 'index.mdx', line: 9, why: 'quoted from the introduction' },
    ]);
  });
});
