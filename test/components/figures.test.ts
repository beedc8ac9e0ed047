import { describe, expect, test } from 'vitest';
import { figureIds, numberFigures } from '../../src/components/figures.ts';

describe('numbering of figures', () => {
  test('runs through the pages in their order', () => {
    const bodies = [
      '<Figure id="one" title="x" />',
      '---\ntitle: No <Figure id="no"/> here\n---\n\nno figure',
      '<Figure\n  title="a > b"\n  id=\'two\'\n/>\n<Figure id="three"/>',
    ];
    expect([...numberFigures(bodies)]).toEqual([
      ['one', 1],
      ['two', 2],
      ['three', 3],
    ]);
  });

  test('a figure that is shown twice keeps its first number', () => {
    expect([...numberFigures(['<Figure id="one"/>', '<Figure id="one"/><Figure id="two"/>'])]).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
  });

  test('other elements do not count', () => {
    expect(figureIds('<Figures id="no"/> <Note id="no"/> `<Figure id="no"/>`')).toEqual([]);
  });
});
