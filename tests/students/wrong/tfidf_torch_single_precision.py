import torch
import torch.nn.functional as F


def l2_normalize(matrix):
    return F.normalize(torch.tensor(matrix, dtype=torch.float32), dim=1).double().numpy()


def cosine_similarity(a, b):
    a, b = torch.tensor(a), torch.tensor(b)
    return F.cosine_similarity(a[:, None, :], b[None, :, :], dim=-1).numpy()
