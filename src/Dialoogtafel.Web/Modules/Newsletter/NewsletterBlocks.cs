namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>Something that can be told in a newsletter as it is.</summary>
/// <param name="Key">Names it within one project, for example "actie:12".</param>
/// <param name="Title">One line, for the heading.</param>
/// <param name="Markdown">Without names of people and without days or places of a table: everybody may read it.</param>
/// <param name="When">Since when it can be told, UTC.</param>
public sealed record NewsletterBlock(string Key, string Title, string Markdown, DateTime When);

/// <summary>
/// Offers texts for a newsletter: finished actions, what went well. Every module that has some registers one.
/// </summary>
public interface INewsletterBlockSource
{
    /// <summary>Newest first; a fixed number of queries.</summary>
    Task<IReadOnlyList<NewsletterBlock>> OfAsync(int project, CancellationToken stop);
}
