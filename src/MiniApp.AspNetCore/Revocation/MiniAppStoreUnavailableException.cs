namespace MiniApp.AspNetCore;

/// <summary>The store that instances share could not be reached in time. Nothing is known of what it would have said.</summary>
public sealed class MiniAppStoreUnavailableException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was not done.</param>
    /// <param name="innerException">Why, as the store's client said it.</param>
    public MiniAppStoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
