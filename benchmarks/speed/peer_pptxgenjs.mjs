// The deck as PptxGenJS makes it: title and points in placeholders of a master, notes.
import fs from "node:fs";
import { createRequire } from "node:module";

const [folder, input, output] = process.argv.slice(2);
const PptxGenJS = createRequire(folder + "/package.json")("pptxgenjs");
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "POINTS",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.6, y: 0.4, w: 12.1, h: 1.2 }, text: "" } },
    { placeholder: { options: { name: "body", type: "body", x: 0.6, y: 1.8, w: 12.1, h: 5 }, text: "" } },
  ],
});
for (const { title, points, notes } of JSON.parse(fs.readFileSync(input, "utf8"))) {
  const slide = deck.addSlide({ masterName: "POINTS" });
  slide.addText(title, { placeholder: "title" });
  slide.addText(
    points.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    { placeholder: "body" },
  );
  slide.addNotes(notes);
}
await deck.writeFile({ fileName: output, compression: true });
