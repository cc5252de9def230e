namespace Dialoogtafel.Web.Pages;

/// <summary>
/// Marks the team's controllers: their pages are Dutch, whatever language the browser or the device asks for.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DutchOnlyAttribute : Attribute;
