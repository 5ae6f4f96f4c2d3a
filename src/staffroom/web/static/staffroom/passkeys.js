// Says on the page that a passkey was not used; the reason stays in the browser.
document.addEventListener('allauth.error', function (event) {
  const told = document.getElementById('passkey-failed')
  if (!told) return
  event.preventDefault()
  told.hidden = false
  told.textContent = told.dataset.words
})
