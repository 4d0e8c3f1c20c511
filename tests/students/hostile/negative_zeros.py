"""All zeros of the right answer are negative zeros."""
import numpy as np


def l2_normalize(matrix):
    norms = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    norms[norms == 0] = 1.0
    answer = matrix / norms
    answer[answer == 0] = -0.0
    return answer
