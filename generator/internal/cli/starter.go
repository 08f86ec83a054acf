package cli

// starter is what a new site has beside the look, by file name.
var starter = [...]struct{ name, text string }{
	{"content/raw/2024-03-05-harbour-ferry.txt", `Harbour Ferry Returns After Two Years of Repairs

March 5, 2024

LISBON, Portugal — The harbour ferry returned to service in Lisbon on Monday, two years after a fire closed it, and the port authority said tickets would be free until Friday.

Elena Marsh, who runs the Lisbon Port Authority, told reporters that the ferry would carry 4,000 people a day. “We have waited a long time for this morning,” Ms. Marsh said.

This article is made up. Remove it when you have one of your own.
`},
	{"content/about.md", "---\ntitle: About\n---\n\nSay here who makes this briefing and how to reach you.\n"},
	{"README.md", "# A news briefing\n\n1. Save an article as a text file in `content/raw/`, or run `copydesk add FILE`: a text, a web page saved from a browser, a mail.\n   Remove the made-up article that is there.\n2. Run `copydesk build`. Read what changed in `content/`, mend what you like; your changes stay.\n" +
		"3. Run `copydesk serve --open` to see the site.\n4. Publish the folder `public/` on any host. Or name a target in `hugo.toml`, as `copydesk publish --help` shows; build again, see with `copydesk plan`\n   what would change there, and run `copydesk publish TARGET`.\n\nThe title and the address of the site stand at the top of `hugo.toml`. `copydesk --help` lists the commands.\n"},
	{".gitignore", "/public/\n/.copydesk/\n/resources/\n/.hugo_build.lock\n"},
	{"static/_headers", "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"},
	{"static/_redirects", "# One a line: /old/ /new/ 301. Renamed and merged topics need none.\n"},
	{".github/workflows/pages.yml", `name: pages
on:
  push:
    branches: [main]
permissions:
  contents: read
  pages: write
  id-token: write
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
      - name: Build with the stock hugo command from the committed content
        run: |
          curl -sSfL https://github.com/gohugoio/hugo/releases/download/v0.165.0/hugo_0.165.0_linux-amd64.tar.gz | tar -xz hugo
          ./hugo
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - uses: actions/deploy-pages@v4
`},
}
