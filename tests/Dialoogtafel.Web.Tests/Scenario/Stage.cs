using AngleSharp.Html.Dom;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>One browser in somebody's hands, over HTTP or Chromium.</summary>
public interface IWalker
{
    /// <summary>Path of the page that is open.</summary>
    string Path { get; }

    Task GoAsync(string path);

    /// <summary>
    /// Presses the button whose words begin so, with these fields filled in; of a list to choose from the words are
    /// given.
    /// </summary>
    Task PressAsync(string button, params (string Name, string Value)[] fields);

    /// <summary>The same where the page comes back with a question first; what was typed stands in it.</summary>
    /// <param name="question">The name of the field that asks.</param>
    Task PressToBeAskedAsync(string button, string question, params (string Name, string Value)[] fields);

    /// <summary>The same button within the part of the page with this id.</summary>
    Task PressInAsync(string part, string button);

    /// <summary>
    /// Types into a question and goes away in the middle of it: with script by closing the tab once it is saved,
    /// without by "Later verder".
    /// </summary>
    Task BreakOffAsync(string words);

    /// <summary>What this address answers here; for a page that may not be there.</summary>
    Task<int> StatusOfAsync(string path);

    Task<IHtmlDocument> PageAsync();
}

/// <summary>A running site with a clock of its own, and browsers to open.</summary>
public interface IStage
{
    FixedClock Clock { get; }

    IServiceProvider Services { get; }

    /// <param name="phone">A participant's phone; else the organiser's desk.</param>
    Task<IWalker> OpenAsync(bool phone);
}
