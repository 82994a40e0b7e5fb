import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { fixed, rows, said, sla } from './reading.ts';

const services = '## Services\n\n| Service | Hours |\n| --- | --- |\n| API | 24x7 |\n';
const levels =
  '| Service | Measure | Target | Measured by |\n| --- | --- | --- | --- |\n| API | uptime | 99.9 % | probe |\n';
/** Sections that are read as prose or as a list. */
const prose = Object.values(catalogue.sections).filter(
  ({ columns, ownKindOnly }) => columns.length === 0 && !ownKindOnly,
);

describe('rows where no table is read', () => {
  for (const { title, titleSv } of prose) {
    it(`are said to be cut off from the table above: ${title}`, () => {
      for (const heading of [`## ${title}`, `### ${titleSv}`, `## ${title}\n\nSome text.`]) {
        const document = sla(`${services}\n${heading}\n\n| Files | 24/7 |\n| Mail | 24/7 |\n`);
        assert.match(
          said(document).join(),
          /^(?:rowsUnderHeading|cutTable): \| Files \| 24\/7 \|\n\| Mail \| 24\/7 \|$/,
        );
        assert.equal(rows(document, 'services').length, 1);
      }
    });

    it(`are said where a whole table has the columns of a section that is missing: ${title}`, () => {
      const document = sla(`${services}\n## ${title}\n\nAs agreed.\n\n${levels}`);
      assert.deepEqual(said(document), ['tableUnderHeading: | Service | Measure | Target | Measured by |']);
      const mended = sla(fixed(document).replace(/^---[^]*?\n---\n/, ''));
      assert.deepEqual(said(mended), []);
      assert.equal(rows(mended, 'service_levels').length, 1);
    });
  }

  it('are said under a heading that is no section, and under one that stands there once more', () => {
    for (const heading of ['## Asia', '## Services', '# More']) {
      const document = sla(`${services}\n${heading}\n\n| Files | 24/7 |\n`);
      assert.match(said(document).join(), /^(?:rowsUnderHeading|cutTable): \| Files \| 24\/7 \|$/, heading);
    }
  });

  it('have a heading in the language of the one that they stand under', () => {
    assert.match(fixed(sla(`## Anteckningar\n\n${levels}`)), /\n## Servicenivåer\n\n\| Service/);
  });

  it('are said where a table stands below that of another section, or below no heading', () => {
    const incidents =
      '| Priority | Means | Respond | Restore |\n| --- | --- | --- | --- |\n| P1 | down | 1 hour | 2 hours |\n';
    const document = sla(`${services}\n${incidents}`);
    assert.deepEqual(said(document), ['tableUnderHeading: | Priority | Means | Respond | Restore |']);
    assert.equal(rows(sla(fixed(document).replace(/^---[^]*?\n---\n/, '')), 'incidents').length, 1);
    for (const body of [levels, `As agreed:\n\n${levels}`]) {
      const alone = sla(body);
      assert.match(said(alone).join(), /^tableAlone: /);
      assert.ok(sla(fixed(alone).replace(/^---[^]*?\n---\n/, '')).sections.has('service_levels'));
    }
  });

  it('are free where they are something else', () => {
    for (const body of [
      `${services}\n## Notes\n\n| a | b |\n| --- | --- |\n| c | d |\n`,
      `${services}\n## Notes\n\n| Service | Price |\n| --- | --- |\n| API | 3 |\n`,
      `${services}\n## Notes\n\nUse \`a | b\` or\n| c\n`,
      `${services}\n## Notes\n\n| a | b | c |\n`,
      `${services}\n## Notes\n\n- | a | b |\n\n> | a | b |\n\n\`\`\`\n| a | b |\n\`\`\`\n`,
      `${services}\n## Service levels\n\n${levels}\n## Notes\n\nThese were:\n\n${levels}`,
      `## Notes\n\n| a | b |\n`,
      `## Notes\n\n| Service |\n| --- |\n| API |\n`,
    ])
      assert.deepEqual(said(sla(body)), [], body);
  });
});
