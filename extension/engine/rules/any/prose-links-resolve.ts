import type { GovernedDocument, Link } from '../../model/document.ts';
import { isRelative, pathOf } from '../../resolve/link-targets.ts';
import { nearTarget } from '../../resolve/near-target.ts';
import { quote } from '../../values/quote.ts';
import { defineRule } from '../define.ts';
import { targetReplacement } from '../replacement.ts';

export default defineRule({
  code: 'DOC018',
  name: 'prose-links-resolve',
  meta: {
    kinds: ['*'],
    reads: ['file/links'],
    summary: 'Require the links and images of a text to lead to something that is there',
    severity: 'info',
    scope: 'X',
    profiles: ['base'],
    leavesTo: ['DOC003'],
    since: '0.1.0',
  },
  messages: {
    link: 'The link to "{{target}}" leads nowhere: no such file or heading stands in the workspace.',
    image: 'The image "{{target}}" is not there: no such file stands in the workspace.',
  },
  document(document, view, report) {
    const said = spansOfCells(document);
    for (const link of linksOf(document)) {
      const { target, image, definedAt: span = link.targetSpan } = link;
      if (said.has(span.start) || view.linkResolves(document, target)) continue;
      if (!isLookedAt(link, document)) continue;
      // Several links may go by one definition, which is wrong once.
      said.add(span.start);
      const near = nearTarget(document, target, view);
      report.wrong(
        { document, span },
        image ? 'image' : 'link',
        { target: quote(target) },
        { fixes: near === undefined ? [] : [targetReplacement({ document }, span, near)] },
      );
    }
  },
});

/** Links and images of the text, and the images of cells, whose links are DOC003's. */
function linksOf({ proseLinks, fields }: GovernedDocument): readonly Link[] {
  const ofCells = fields.flatMap(({ row, source }) => (row && source.links) ?? []);
  return [...proseLinks, ...ofCells.filter(({ image }) => image)];
}

/** Where DOC003 speaks of what a definition says. */
function spansOfCells({ fields }: GovernedDocument): Set<number> {
  const defined = fields.flatMap(({ source }) => source.links ?? []);
  return new Set(defined.flatMap(({ definedAt, image }) => (definedAt && !image ? [definedAt.start] : [])));
}

/**
 * Whether a link is meant to lead to something of the workspace. A footnote is no link, whatever the parser makes of it,
 * and what a generator fills in leads where that says.
 */
function isLookedAt({ target, text, definedAt }: Link, document: GovernedDocument): boolean {
  if (!isRelative(target) || target.startsWith('/') || /\{\{|\{%|<%|\$\{/.test(target)) return false;
  if (definedAt && text.startsWith('^')) return false;
  return pathOf(document.path, target) !== undefined;
}
