// Looks at each page at three widths as a browser lays it out, and lists what is wrong.

function luminance(colour) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

function contrast(one, other) {
  const [left, right] = [luminance(one), luminance(other)];
  return (Math.max(left, right) + 0.05) / (Math.min(left, right) + 0.05);
}

function behind(element, view) {
  for (let each = element; each; each = each.parentElement) {
    const colour = view.getComputedStyle(each).backgroundColor;
    if (!/, 0\)$/.test(colour) && colour !== "transparent") return colour;
  }
  return "rgb(255, 255, 255)";
}

function* texts(document) {
  for (const element of document.body.querySelectorAll("*:not(svg *)")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (own && element.getClientRects().length) yield element;
  }
}

function meet(one, other) {
  const slack = 1;
  return one.left + slack < other.right && other.left + slack < one.right
    && one.top + slack < other.bottom && other.top + slack < one.bottom;
}

function* faultsOfPicture(figure, width) {
  const signs = [...figure.querySelectorAll("svg text")];
  const boxes = signs.map((sign) => sign.getBoundingClientRect());
  for (let one = 0; one < boxes.length; one++) {
    const name = signs[one].textContent;
    if (boxes[one].left < 0 || boxes[one].right > width) yield `${name} sticks out`;
    for (let other = one + 1; other < boxes.length; other++) {
      if (meet(boxes[one], boxes[other])) yield `${name} lies on ${signs[other].textContent}`;
    }
  }
}

function* faults(document, view, width) {
  if (document.documentElement.scrollWidth > width) yield "wider than the screen";
  for (const element of texts(document)) {
    const style = view.getComputedStyle(element);
    const name = element.textContent.trim().slice(0, 30);
    if (parseFloat(style.fontSize) < 11) yield `${name} is too small`;
    if (contrast(style.color, behind(element, view)) < 4.5) yield `${name} is too faint`;
  }
  for (const figure of document.querySelectorAll("figure")) yield* faultsOfPicture(figure, width);
}

async function look(page, width) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `border:0;width:${width}px;height:900px`;
  const loaded = new Promise((done) => { frame.onload = done; });
  frame.srcdoc = page.html;
  document.body.append(frame);
  await loaded;
  const found = [...faults(frame.contentDocument, frame.contentWindow, width)];
  frame.remove();
  return found.map((fault) => `${page.name} at ${width}: ${fault}`);
}

async function main(pages) {
  const found = [];
  for (const page of pages) {
    for (const width of [360, 800, 1280]) found.push(...await look(page, width));
  }
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = `\nlooked at ${pages.length} pages\n${found.join("\n")}\n`;
  document.body.append(result);
}
