"""The long lists people search in, one file per list."""
