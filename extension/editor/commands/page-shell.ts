import { markup, type Html } from './markup.ts';

/**
 * Nothing is loaded, nothing runs, and only the links of the page lead anywhere. A narrow page has the cells of a row
 * below each other; a word that is too long for it is broken, a date never.
 */
const style = `
  body { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem 2rem; line-height: 1.5; overflow-wrap: anywhere; }
  h1 { font-size: 1.6em; font-weight: 600; } h2 { font-size: 1.2em; margin-top: 1.6em; } h3 { font-size: 1em; }
  a { color: var(--vscode-textLink-foreground); } a:hover { color: var(--vscode-textLink-activeForeground); }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
    overflow-wrap: break-word; }
  .where { overflow-wrap: anywhere; min-width: 9rem; }
  tr { border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor)); }
  time, .days { white-space: nowrap; overflow-wrap: normal; }
  .days { display: block; } .late { font-weight: 600; color: var(--vscode-errorForeground); }
  .where, .of { color: var(--vscode-descriptionForeground); }
  code, pre { font-family: var(--vscode-editor-font-family, monospace); }
  pre { white-space: pre-wrap; padding: .75rem; background: var(--vscode-textCodeBlock-background);
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
  ul { padding-left: 1.25rem; }
  @media (max-width: 44rem) {
    thead { display: none; } tr { display: block; padding: .5rem 0; } td, tbody th { display: block; padding: 0; overflow-wrap: anywhere; }
    .days { display: inline; } td[data-of]:not(:empty)::before { content: attr(data-of) ": "; }
  }`;

/** A whole page in this language, about which nothing is trusted but its links to our own commands. */
export function pageShell(title: string, language: string, body: Html, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return markup`<!DOCTYPE html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${{ html: style }}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.html;
}
