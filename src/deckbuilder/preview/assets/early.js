// Before anything is shown, so that the page does not first appear as it is without a script.
document.documentElement.classList.add("js");
