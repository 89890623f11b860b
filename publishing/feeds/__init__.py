"""The doors that other people's programs knock at: feeds, Google's search, oEmbed, the sitemap."""
