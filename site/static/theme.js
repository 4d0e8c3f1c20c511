// Runs before the page is drawn, so that a theme the reader has chosen does not flash.
try {
  const theme = JSON.parse(localStorage.getItem("zachetka:theme"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme is used.
}
