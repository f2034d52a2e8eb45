// SPDX-License-Identifier: Apache-2.0

/// Scripts that look at a page from inside a browser and write what is wrong into it.
enum BrowserProbe {
    /// Measures texts and tiles: nothing leaves what holds it, nothing overlaps, nothing is too small to read.
    static func layout(width: Int) -> String {
        frame(
            """
            if (innerWidth !== \(width)) say("the window is " + innerWidth + " wide");
            if (document.documentElement.scrollWidth > innerWidth)
              say("the page is " + document.documentElement.scrollWidth + " wide in a window of " + innerWidth);
            const box = (node) => node.getBBox();
            const inside = (inner, outer, slack) =>
              inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
              inner.x + inner.width <= outer.x + outer.width + slack &&
              inner.y + inner.height <= outer.y + outer.height + slack;
            const meet = (a, b, slack) =>
              a.x + slack < b.x + b.width && b.x + slack < a.x + a.width &&
              a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
            // The box of a line is as high as the font allows, more than its letters are.
            const letters = (node) => {
              const b = box(node), size = Number(node.getAttribute("font-size"));
              const middle = Number(node.getAttribute("y")) - size * 0.35;
              return { x: b.x, y: middle - size * 0.48, width: b.width, height: size * 0.96 };
            };
            const map = document.querySelector("svg.map");
            if (map) {
              const tiles = [...map.querySelectorAll(".tile")];
              const boxes = tiles.map((tile) => box(tile.querySelector("rect")));
              tiles.forEach((tile, index) => {
                for (const text of tile.querySelectorAll("text"))
                  if (!inside(letters(text), boxes[index], 0.5)) say("leaves its tile: " + text.textContent);
                for (const mark of tile.querySelectorAll(".mark"))
                  if (!inside(box(mark), boxes[index], 0.5)) say("a mark leaves its tile");
                if (!tile.querySelector("text")) say("a tile without text");
                for (let other = 0; other < index; other += 1)
                  if (meet(boxes[index], boxes[other], 0.05)) say("tiles overlap: " + tile.textContent);
              });
              for (const cell of map.querySelectorAll(".cell")) {
                const frame = box(cell.querySelector(".frame"));
                for (const node of cell.querySelectorAll("text, rect"))
                  if (!inside(node.tagName === "text" ? letters(node) : box(node), frame, 0.5))
                    say("leaves its cell: " + (node.textContent || node.outerHTML));
              }
              const whole = { x: 0, y: 0, width: map.viewBox.baseVal.width, height: map.viewBox.baseVal.height };
              const texts = [...map.querySelectorAll("text")].filter((text) => text.textContent.trim());
              const lines = texts.map(letters);
              const scale = map.getBoundingClientRect().width / whole.width;
              texts.forEach((text, index) => {
                if (!inside(lines[index], whole, 0.5)) say("leaves the map: " + text.textContent);
                if (Number(text.getAttribute("font-size")) * scale < 10) say("too small: " + text.textContent);
                for (let other = 0; other < index; other += 1)
                  if (meet(lines[index], lines[other], 0.3))
                    say("texts overlap: " + text.textContent + " and " + texts[other].textContent);
              });
              const rows = document.querySelectorAll("#ranking-table tbody tr").length;
              if (tiles.length !== rows) say(tiles.length + " tiles for " + rows + " rows");
            }
            for (const chart of document.querySelectorAll("svg.diverging")) {
              const whole = { x: 0, y: 0, width: chart.viewBox.baseVal.width, height: chart.viewBox.baseVal.height };
              for (const text of chart.querySelectorAll("text"))
                if (!inside(letters(text), whole, 0.5)) say("leaves its chart: " + text.textContent);
            }
            """
        )
    }

    /// Finds, sorts and follows a link of the map, as a reader would.
    static let behaviour = frame(
        """
        const body = document.getElementById("ranking-table").tBodies[0];
        const rows = () => [...body.rows].filter((row) => !row.hidden);
        const total = body.rows.length;
        const field = document.getElementById("map-find"), other = document.getElementById("ranking-find");
        const type = (text) => { field.value = text; field.dispatchEvent(new Event("input")); };
        if (field.closest(".find").hidden) say("the field is not shown");
        const title = body.rows[3].querySelector(".title").textContent;
        type(title.toUpperCase());
        if (!rows().some((row) => row.querySelector(".title").textContent === title)) say("does not find " + title);
        if (rows().length >= total) say("finding hides nothing");
        if (document.querySelectorAll(".tile.dim").length !== total - rows().length) say("the map is dimmed otherwise");
        if (other.value !== field.value) say("the fields differ");
        if (document.getElementById("shown").textContent !== rows().length + " of " + total + " shown.") say("counts wrong");
        type("no such project anywhere");
        if (rows().length !== 0) say("finds what is not there");
        type("");
        if (rows().length !== total || document.querySelector(".dim")) say("an empty field hides something");
        const heads = [...document.querySelectorAll("#ranking-table thead th")];
        const numbers = (column) => rows().map((row) => row.cells[column].dataset.v).filter((v) => v !== undefined).map(Number);
        const sorted = (list, sign) => list.every((v, i) => i === 0 || sign * (v - list[i - 1]) >= 0);
        for (const column of [0, 3, 4, 5, 6]) {
          const first = Number(heads[column].dataset.sort), open = heads[column].getAttribute("aria-sort") !== null;
          heads[column].querySelector("button").click();
          const sign = open ? -1 : first;
          if (!sorted(numbers(column), sign)) say("column " + column + " is not sorted");
          if (heads[column].getAttribute("aria-sort") !== (sign > 0 ? "ascending" : "descending")) say("aria-sort is wrong");
          if (heads.filter((head) => head.hasAttribute("aria-sort")).length !== 1) say("several columns claim to be sorted");
          heads[column].querySelector("button").click();
          if (!sorted(numbers(column), -sign)) say("column " + column + " is not sorted the other way");
          const blank = rows().map((row) => row.cells[column].dataset.v === undefined);
          if (blank.indexOf(true) !== -1 && blank.lastIndexOf(false) > blank.indexOf(true)) say("rows without a value come first");
        }
        heads[1].querySelector("button").click();
        const names = rows().map((row) => row.cells[1].textContent.trim().toLowerCase());
        if (!names.every((name, i) => i === 0 || names[i - 1].localeCompare(name, "en") <= 0)) say("names are not sorted");
        for (const link of document.querySelectorAll(".tile a"))
          if (!document.getElementById(link.getAttribute("href").slice(1))) say("a tile leads nowhere");
        """
    )

    private static func frame(_ body: String) -> String {
        """
        (() => {
          const problems = [];
          const say = (text) => { if (problems.length < 40) problems.push(text); };
          try { \(body) } catch (error) { say(String(error)); }
          const verdict = document.createElement("pre");
          verdict.id = "verdict";
          verdict.textContent = problems.join("\\n");
          parent.document.body.append(verdict);
        })();
        """
    }
}
