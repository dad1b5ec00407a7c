import { effect } from "@preact/signals-core";
import { render, type TemplateResult } from "lit-html";

/** What is to be drawn in the next frame. */
const waiting = new Set<() => void>();

/** Draws at once what would be drawn in the next frame. */
export function drawMounted() {
  for (const draw of [...waiting]) draw();
}

/** Keeps an element's content what the template says: made anew when a signal that it read changes, drawn once a frame. */
export function mount(element: HTMLElement, template: () => TemplateResult, drawn?: () => void) {
  let next: TemplateResult;
  let first = true;
  const draw = () => {
    if (!waiting.delete(draw)) return;
    const focused = document.activeElement;
    render(next, element);
    // What was moved to another rank has lost the focus on the way.
    if (focused instanceof HTMLElement && focused !== document.activeElement && element.contains(focused))
      focused.focus({ preventScroll: true });
    drawn?.();
  };
  effect(() => {
    next = template();
    if (first) {
      element.replaceChildren(); // the skeleton
      first = false;
      waiting.add(draw);
      draw();
    } else if (!waiting.has(draw)) {
      waiting.add(draw);
      requestAnimationFrame(draw);
    }
  });
}

/** Whether a click on a link should stay in the page: plain, with the main button. */
export function stays(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return false;
  event.preventDefault();
  return true;
}
