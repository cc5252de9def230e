namespace Dialoogtafel.Domain;

/// <summary>
/// A rule of the domain says no. The message is Dutch, plain, and says what to do; it may be shown to the person who
/// asked.
/// </summary>
/// <param name="message">The Dutch text; also the key of its English translation.</param>
/// <param name="field">The field of the form that it belongs to, when there is one.</param>
public sealed class DomainRuleException(string message, string? field = null) : Exception(message)
{
    public string? Field { get; } = field;
}
