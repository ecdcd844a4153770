"""The candidate bot on aiogram: only its transport."""
