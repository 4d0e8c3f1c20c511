"""Tabs, form feeds, trailing blanks and a last line that is a comment."""	 

import numpy as np;


def document_frequency(counts):
	if True:
		return (counts > 0).sum(axis=0)   
	# end
  # end