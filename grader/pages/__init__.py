"""The study site: pages, pictures and data made from a course, as files of a folder."""
