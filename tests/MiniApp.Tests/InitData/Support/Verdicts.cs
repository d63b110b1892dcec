namespace MiniApp.Tests;

internal static class Verdicts
{
    /// <summary>Why a token is refused, after making sure that every entry point comes to the same.</summary>
    public static InitDataFailure Of<TInitData>(InitDataVerifier<TInitData> verifier, string? token)
        where TInitData : InitData
    {
        var result = verifier.Verify(token);

        Assert.Equal(result.Failure, verifier.Verify(token.AsSpan()).Failure);
        Assert.Equal(result.Failure, verifier.Check(token));
        Assert.Equal(result.Failure == InitDataFailure.None, result.Succeeded);
        Assert.Equal(result.Succeeded, result.InitData is not null);
        Assert.Equal(
            result.Failure is not (InitDataFailure.Malformed or InitDataFailure.MissingProof or InitDataFailure.InvalidProof),
            verifier.HasValidProof(token));
        return result.Failure;
    }
}
