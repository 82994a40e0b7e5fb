import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { plainAnchor } from '../values/plain-anchor.ts';
import { nearMiss } from '../values/near-miss.ts';
import { relativePath } from './link-targets.ts';

/**
 * The one target that a link which leads nowhere probably means, as a link writes it: a heading of the document
 * that it names, or else a document of the engagement, with its heading where that is there.
 */
export function nearTarget(from: GovernedDocument, target: string, view: View): string | undefined {
  const moved = view.movedTarget(from, target);
  if (moved !== undefined && view.linkResolves(from, moved)) return asLink(moved);
  const hash = target.indexOf('#');
  const [file, anchor] = hash < 0 ? [target, ''] : [target.slice(0, hash), target.slice(hash + 1)];
  const there = file === '' ? from : view.linked(from, file);
  if (there) {
    const near = nearMiss(plainAnchor(anchor), there.anchors);
    return near === undefined ? undefined : asLink(`${file}#${near}`);
  }
  // A link in another form to a file that is there is no slip of the pen.
  if (file === '' || view.linkResolves(from, file)) return undefined;
  // Sites leave out the ending of a page.
  const page = `${file}.md${hash < 0 ? '' : `#${anchor}`}`;
  if (view.linkResolves(from, page)) return asLink(page);
  const others = view.everything.filter((document) => document !== from);
  const near = nearMiss(
    file.replace(/^\.\//, ''),
    others.map(({ path }) => relativePath(from.path, path)),
  );
  if (near === undefined) return undefined;
  const whole = hash < 0 ? near : `${near}#${anchor}`;
  return view.linkResolves(from, whole) ? asLink(whole) : undefined;
}

/** Undefined where a link would have to write it otherwise. */
function asLink(target: string): string | undefined {
  return /^[\p{L}\p{M}\p{N}._/#-]+$/u.test(target) ? target : undefined;
}
