// @vitest-environment happy-dom
import { signal } from "@preact/signals-core";
import { html } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { beforeEach, describe, expect, it } from "vitest";
import { drawMounted, mount, stays } from "./mount";

let box: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = "<div><p>bones</p></div>";
  box = document.querySelector("div")!;
});

describe("what is mounted", () => {
  it("replaces the skeleton at once, and follows its signals in the next frame", async () => {
    const name = signal("one");
    mount(box, () => html`<b>${name.value}</b>`);
    expect(box.textContent).toBe("one");
    name.value = "two";
    expect(box.textContent).toBe("one");
    await new Promise(requestAnimationFrame);
    expect(box.textContent).toBe("two");
  });

  it("can be drawn before the frame, and is then not drawn twice", async () => {
    const name = signal("one");
    let drawn = 0;
    mount(
      box,
      () => html`<b>${name.value}</b>`,
      () => {
        drawn++;
      },
    );
    name.value = "two";
    drawMounted();
    expect(box.textContent).toBe("two");
    await new Promise(requestAnimationFrame);
    expect(drawn).toBe(2);
  });

  it("keeps the focus on an item that changes its rank", () => {
    const items = signal(["a", "b", "c"]);
    mount(
      box,
      () =>
        html`${repeat(
          items.value,
          (i) => i,
          (i) => html`<button>${i}</button>`,
        )}`,
    );
    const c = [...box.querySelectorAll("button")].find((b) => b.textContent === "c")!;
    c.focus();
    items.value = ["c", "b", "a"];
    drawMounted();
    expect(document.activeElement).toBe(c);
    expect(box.textContent).toBe("cba");
  });
});

describe("a click on a link", () => {
  const click = (init: MouseEventInit) => {
    const event = new MouseEvent("click", { cancelable: true, ...init });
    return [stays(event), event.defaultPrevented];
  };

  it("stays in the page when it is plain", () => {
    expect(click({})).toEqual([true, true]);
  });

  it.each([
    ["control", { ctrlKey: true }],
    ["command", { metaKey: true }],
    ["shift", { shiftKey: true }],
    ["alt", { altKey: true }],
    ["the middle button", { button: 1 }],
  ])("is the browser's with %s", (_, init) => {
    expect(click(init)).toEqual([false, false]);
  });
});
