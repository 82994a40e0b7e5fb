import { foldersAround, isMarkdown } from '../model/file-paths.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { ImmediateWorkspace } from '../model/ports.ts';
import type { Said } from '../model/said.ts';
import { kindInFrontMatter } from '../parse/front-matter-head.ts';
import { fold } from '../values/fold.ts';
import { quote } from '../values/quote.ts';
import { say } from '../values/say.ts';
import { folderMatcher } from './candidate-folders.ts';
import type { WorkspaceConfig } from './config.ts';

/** What is known once a workspace was checked. */
export interface Checked {
  readonly workspace: ImmediateWorkspace;
  readonly config: WorkspaceConfig;
  /** Folders of engagements that could be around the path, or in it. */
  readonly engagements: readonly string[];
  /** Every Markdown file that is not left out. */
  readonly files: readonly string[];
}

/** Why nothing at a path, which is there, was checked: one sentence that names it. */
export function whyNotGoverned(path: string, { workspace, config, engagements, files }: Checked): Said {
  const { isFolder = false, leftOut } = workspace.look?.(path) ?? {};
  if (leftOut) return say('{{what}} is not checked: {{why}}.', { what: `"${path}"`, why: leftOut });
  if (!isFolder && !isMarkdown(path))
    return say('"{{path}}" is not checked: it is no Markdown file.', { path });
  if (isFolder && !files.some((file) => file.startsWith(`${path}/`)))
    return say('"{{path}}" is not checked: no Markdown file is in it.', { path });
  const around = isFolder ? [path, ...foldersAround(path)] : foldersAround(path);
  const isGoverned = around.some((folder) => engagements.includes(folder));
  if (isGoverned) return isFolder ? sayNoDocument(path) : whyNoDocument(path, workspace);
  const { engagements: globs } = config.config;
  if (globs && !around.some(folderMatcher(globs)))
    return say('"{{path}}" is not checked: "engagements" of "{{config}}" names other folders.', {
      path,
      config: config.path,
    });
  return isFolder
    ? say('"{{path}}" is not checked: no engagement stands in it or above it.', { path })
    : say('"{{path}}" is not checked: no engagement stands in its folder or above it.', { path });
}

function sayNoDocument(path: string): Said {
  return say('"{{path}}" is not checked: no file in it gives a kind of document.', { path });
}

/** Of a file below an engagement. */
function whyNoDocument(path: string, workspace: ImmediateWorkspace): Said {
  const content = workspace.read(path);
  const written = content?.kind === 'text' ? kindInFrontMatter(content.text)?.text : undefined;
  if (written === undefined)
    return say('"{{path}}" is not checked: it gives no kind of document in its front matter.', { path });
  const data = { path, kind: quote(written) };
  return Object.keys(catalogue.kinds).includes(fold(written))
    ? say(
        '"{{path}}" is not checked: its kind is "{{kind}}", but it holds no key or section of that kind.',
        data,
      )
    : say('"{{path}}" is not checked: its kind "{{kind}}" is no kind of document of ours.', data);
}
