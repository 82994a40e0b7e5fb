import type { Field } from '../model/document.ts';

/** Of two contradicting values the one to report and the one to relate: the one in a draft, else the later by path, then by place (rules.md 1.3.11). */
export function laterPlace(a: Field, b: Field): { readonly later: Field; readonly earlier: Field } {
  // Nothing is said of an active document because of a draft (rules.md 1.3.7).
  if (a.document.status !== b.document.status) {
    return a.document.status === 'draft' ? { later: a, earlier: b } : { later: b, earlier: a };
  }
  const isBefore =
    a.document.path === b.document.path
      ? a.source.span.start < b.source.span.start
      : a.document.path < b.document.path;
  return isBefore ? { later: b, earlier: a } : { later: a, earlier: b };
}
