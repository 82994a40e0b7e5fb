import type { View } from '../../../model/engagement.ts';
import type { History } from '../../../model/history.ts';
import { pathMatcher } from '../../../resolve/path-globs.ts';
import { hasPathsHere, repositoryHistory } from '../../../resolve/repository-history.ts';
import { folderInRepository, pathInRepository } from '../../../model/path-in-repository.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { addTo } from '../../../values/add-to.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

/** So many folders are named. */
const foldersAtMost = 10;
/** So many components are offered for a folder. */
const fixesAtMost = 5;

export default defineRule({
  code: 'OWN005',
  name: 'every-file-owned',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Components.Paths',
      'ownership-map/Components.Component',
      'engagement/Out of scope',
      'git/tree',
    ],
    summary: 'Require each tracked file to belong to a component, or to be out of scope',
    severity: 'info',
    scope: 'G',
    profiles: ['full'],
    counts: 'count',
    since: '0.1.0',
  },
  messages: {
    folder:
      'No component owns {{count}} {{count|file|files}} in "{{folder}}", such as "{{file}}": add {{count|it|them}} to Paths, or to Out of scope.',
    top: 'No component owns {{count}} {{count|file|files}} beside the folders, such as "{{file}}": add {{count|it|them}} to Paths, or to Out of scope.',
  },
  needsHistory: hasPathsHere,
  engagement(view, report) {
    const repository = repositoryHistory(view);
    if (!repository) return;
    const { history, components } = repository;
    const last = components.at(-1)?.row.section;
    if (!last) return; // equivalent: without paths here no history is looked for
    const owned = new Set(components.flatMap(({ tracked }) => tracked));
    const isLeftOut = pathMatcher(pathsOutOfScope(view));
    const isOurs = governedFiles(view, history);
    const folders = new Map<string, string[]>();
    for (const [at, file] of history.files.entries())
      if (!owned.has(at) && !isLeftOut(file) && !isOurs(file)) addTo(folders, topOf(file), file);
    for (const [folder, files] of [...folders].slice(0, foldersAtMost)) {
      const data = { count: String(files.length), file: quote(files[0] ?? '') };
      const { span } = last.columns.get('paths')!;
      const place = { document: last.document, span, at: 'Components.Paths' };
      if (folder === '') report.wrong(place, 'top', data);
      else
        report.wrong(
          place,
          'folder',
          { ...data, folder: quote(folder) },
          { fixes: fixesFor(folder, components) },
        );
    }
  },
});

/** Paths in code marks of items of Out of scope. */
function pathsOutOfScope(view: View): readonly string[] {
  return view
    .sections('out_of_scope')
    .flatMap(({ document, items }) =>
      items.flatMap(({ span }) =>
        [...document.text.slice(span.start, span.end).matchAll(/`([^`]+)`/g)].map(([, code = '']) =>
          code.trim().replace(/^(?:\.?\/)+/, ''),
        ),
      ),
    );
}

/** What the documents of the engagement are is said by themselves: they have an owner. */
function governedFiles(view: View, history: History): (file: string) => boolean {
  const documents = new Set(view.everything.map(({ path }) => pathInRepository(path, history)));
  const folder = folderInRepository(view.folder, history);
  return (file) => documents.has(file) || (folder !== '' && file.startsWith(folder));
}

function topOf(file: string): string {
  return file.slice(0, file.indexOf('/') + 1);
}

function fixesFor(
  folder: string,
  components: NonNullable<ReturnType<typeof repositoryHistory>>['components'],
): readonly FixDraft[] {
  if (components.length > fixesAtMost || /[`|\\]/.test(folder)) return [];
  return components.map(({ row }) => {
    const { document, source } = row.cells.paths!;
    const end = { start: source.span.end, end: source.span.end };
    return {
      title: say('Add "{{folder}}" to the paths of "{{component}}"', {
        folder,
        component: quote(row.cells.component?.source.text ?? ''),
      }),
      edits: [{ document, span: end, text: `, \`${folder}**\`` }],
    };
  });
}
