import { markup, type Html } from './markup.ts';

/** A table of a page; in a narrow one its header is hidden and the cells of a row stand below each other, with their `data-of` before them. */
export function pageTable(header: readonly string[], rows: readonly Html[]): Html {
  return markup`<table>
    <thead>
      <tr>
        ${header.map((cell) => markup`<th>${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
