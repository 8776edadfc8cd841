// The on-screen keyboard must not cover what one writes. Where the browser does not resize the page (iOS), the app does.
export function keepAboveKeyboard(): void {
  const seen = window.visualViewport;
  const app = document.getElementById("app")!;
  if (!seen) return;
  const fit = () => {
    const covered = innerHeight - seen.height;
    const typing = seen.scale === 1 && covered > 80;
    app.style.height = typing ? `${seen.height}px` : "";
    app.classList.toggle("keyboard", typing);
    if (typing) scrollTo(0, 0);
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
}
