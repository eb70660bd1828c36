"""Rules that look across a whole programme: contradictions, and questions left unanswered."""
