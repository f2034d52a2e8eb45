// SPDX-License-Identifier: Apache-2.0

/// The script of the page: finding projects on the map and in the table, and sorting the table.
///
/// It reads what it needs from the page, so that no data ever stands inside a script. Without it everything can be read.
enum PageScript {
    /// The script; the same for every landscape, since its hash is part of the page's policy.
    static let markup: Markup = """

        (() => {
          "use strict";
          const table = document.getElementById("ranking-table");
          if (!table) return;
          const body = table.tBodies[0];
          const rows = [...body.rows];
          const shown = document.getElementById("shown");
          const fields = [...document.querySelectorAll(".find input")];
          const tiles = new Map([...document.querySelectorAll(".tile[data-p]")].map((tile) => ["p" + tile.dataset.p, tile]));
          const texts = new Map(rows.map((row) => [row, (row.cells[1].textContent + " " + row.cells[2].textContent).toLowerCase()]));
          const all = shown ? shown.textContent : "";

          const find = (text) => {
            const words = text.toLowerCase().split(/\\s+/).filter(Boolean);
            let count = 0;
            for (const row of rows) {
              const hit = words.every((word) => texts.get(row).includes(word));
              row.hidden = !hit;
              if (hit) count += 1;
              const tile = tiles.get(row.id);
              if (tile) tile.classList.toggle("dim", !hit);
            }
            for (const field of fields) if (field.value !== text) field.value = text;
            if (shown) shown.textContent = words.length ? count + " of " + rows.length + " shown." : all;
          };

          for (const field of fields) {
            field.closest(".find").hidden = false;
            field.addEventListener("input", () => find(field.value));
          }

          // A link from the map must not lead to a row that is hidden.
          const reveal = () => {
            const row = document.getElementById(location.hash.slice(1));
            if (!row || !texts.has(row)) return;
            if (row.hidden) find("");
            row.scrollIntoView({ block: "center" });
          };
          addEventListener("hashchange", reveal);

          const value = (row, column) => {
            const cell = row.cells[column];
            if ("v" in cell.dataset) return cell.dataset.v === "" ? null : Number(cell.dataset.v);
            return cell.classList.contains("n") ? null : cell.textContent.trim().toLowerCase();
          };
          const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b, "en") : a - b);

          [...table.tHead.rows[0].cells].forEach((head, column) => {
            if (!head.dataset.sort) return;
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
              const before = head.getAttribute("aria-sort");
              const direction = before ? (before === "ascending" ? -1 : 1) : Number(head.dataset.sort);
              for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
              head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
              const keyed = rows.map((row) => [value(row, column), row]);
              keyed.sort(([a, x], [b, y]) => {
                // Rows without a value come last, whichever way the rest is sorted.
                if (a === null || b === null) return (a === null) - (b === null) || value(x, 0) - value(y, 0);
                return direction * compare(a, b) || value(x, 0) - value(y, 0);
              });
              body.append(...keyed.map(([, row]) => row));
            });
          });
        })();

        """
}
