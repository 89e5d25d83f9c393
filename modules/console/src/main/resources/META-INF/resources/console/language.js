// Chooses one language before anything is drawn; without scripts both are shown, side by side.
(() => {
  const KEY = "mingshi-language";
  let chosen = navigator.language.startsWith("zh") ? "zh" : "en";
  try {
    chosen = localStorage.getItem(KEY) || chosen;
  } catch {
    // A browser that keeps nothing for us asks its own settings each time.
  }
  const speak = (language) => {
    document.documentElement.dataset.only = language;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  };
  speak(chosen);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("language");
    const name = () => {
      const english = document.documentElement.dataset.only === "en";
      button.textContent = english ? "中文" : "English";
      button.lang = english ? "zh-CN" : "en";
    };
    button.addEventListener("click", () => {
      speak(document.documentElement.dataset.only === "en" ? "zh" : "en");
      name();
      try {
        localStorage.setItem(KEY, document.documentElement.dataset.only);
      } catch {
        // The choice then lasts for this page.
      }
    });
    name();
    button.hidden = false;
  });
})();
